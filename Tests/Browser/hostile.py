"""Everything that somebody can write into a field, and what a page must make of it: text."""

HOSTILE = {
    "script": "<script>window.broken = 1</script><img src=x onerror='window.broken = 1'>",
    "quotes": "\"><svg onload=window.broken=1> {{danger}} ${1} &amp; \\",
    "rtl": "שלום \u202eevil\u202c مرحبا",
    "emoji": "👩‍👩‍👧‍👦 ok 🇲🇽",
    "long": "word " * 799,
}
TOO_LONG = "x" * 10_000
