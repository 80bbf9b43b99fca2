"""Addresses that a hostile neighbour may name, and why each is refused (R6)."""

from __future__ import annotations

SENDER = "192.168.1.50"
"""The address they are all sent from."""

FORGED = [
    ("file:///etc/passwd", "reach.scheme"),
    ("file://192.168.1.50/etc/passwd", "reach.scheme"),
    ("ftp://192.168.1.50/d.xml", "reach.scheme"),
    ("gopher://192.168.1.50:70/_x", "reach.scheme"),
    ("javascript:alert(1)", "reach.malformed"),
    ("data:text/xml,x", "reach.malformed"),
    ("//192.168.1.50/d.xml", "reach.malformed"),
    ("/d.xml", "reach.malformed"),
    ("", "reach.malformed"),
    ("http://", "reach.name"),
    ("http:///d.xml", "reach.name"),
    ("http:192.168.1.50/d.xml", "reach.malformed"),
    ("http://example.org/d.xml", "reach.name"),
    ("http://localhost/d.xml", "reach.name"),
    ("http://192.168.1.50.example.org/", "reach.name"),
    ("http://192.168.1.50./d.xml", "reach.name"),
    ("http://[::1]/d.xml", "reach.name"),
    ("http://[::ffff:192.168.1.50]/d.xml", "reach.name"),
    ("http://2130706433/d.xml", "reach.name"),
    ("http://0x7f000001/d.xml", "reach.name"),
    ("http://127.1/d.xml", "reach.name"),
    ("http://192.168.1.050/d.xml", "reach.other_host"),
    ("http://127.0.0.1/d.xml", "reach.other_host"),
    ("http://0.0.0.0/d.xml", "reach.other_host"),
    ("http://192.168.1.51/d.xml", "reach.other_host"),
    ("http://169.254.169.254/latest/", "reach.other_host"),
    ("http://user@192.168.1.50/d.xml", "reach.user_info"),
    ("http://user:secret@192.168.1.50/d.xml", "reach.user_info"),
    ("http://192.168.1.50@example.org/", "reach.user_info"),
    ("http://192.168.1.50:/d.xml", "reach.port"),
    ("http://192.168.1.50:0/d.xml", "reach.port"),
    ("http://192.168.1.50:65536/d.xml", "reach.port"),
    ("http://192.168.1.50:99999999999/d.xml", "reach.port"),
    ("http://192.168.1.50\\@example.org/", "reach.malformed"),
    ("http://192.168.1.50/d.xml\r\nHost: example.org", "reach.malformed"),
    ("http://192.168.1.50/\u202ed.xml", "reach.malformed"),
    ("http://192.168.1.\uff15\uff10/", "reach.malformed"),
    (" http://192.168.1.50/d.xml", "reach.malformed"),
    ("http://192.168.1.50/" + "x" * 2048, "reach.too_long"),
]
