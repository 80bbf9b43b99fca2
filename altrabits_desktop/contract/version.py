"""The one place that names the product and its version."""

from __future__ import annotations

PRODUCT_NAME = "AltraBits Desktop"
VERSION = "0.1.0"
