cities-ask = <b>Which town suits you for studying?</b> Choose one or type its name.
cities-any = Any, I can travel
cities-not-known = I do not know such a town in Kuzbass. Type it again or choose the nearest.
