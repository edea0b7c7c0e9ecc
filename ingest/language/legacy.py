"""stub"""
def looks_legacy(t): return None
def decode_legacy(t, font=None): return t
