"""The one place that names the product, its version and its licence."""

from __future__ import annotations

PRODUCT_NAME = "AltraBits Desktop"
VERSION = "0.1.0"
LICENCE = "Apache-2.0"
