"""Who owns the masts and what they carry: operators, technologies, sectors."""
import numpy as np

from metres import Local

OPERATORS = ("viettel", "vnpt", "mobifone")
SHORT = {"viettel": "VT", "vnpt": "VN", "mobifone": "MF"}
OWNER = (0.52, 0.29, 0.19)
BAND = {"2G": 900, "3G": 2100, "4G": 1800}
MACRO = (("2G",), ("2G", "4G"), ("2G", "3G"), ("2G", "3G", "4G"))
MACRO_SHARE = (0.34, 0.34, 0.20, 0.12)
LOCAL = (("4G",), ("3G",), ("3G", "4G"))
LOCAL_SHARE = (0.46, 0.18, 0.36)


def sectors(random, local, lon, lat):
    """Azimuths toward the served villages: one to three sectors, now and then an omni."""
    x, y = local.xy(lon, lat)
    bearing = np.degrees(np.arctan2(x, y)) % 360
    distance = np.hypot(x, y)
    main = float(bearing[int(np.argmax(distance))])
    turn = np.abs((bearing - main + 180) % 360 - 180)
    kind = random.choice(4, p=(0.20, 0.27, 0.46, 0.07))
    if kind == 3:
        return []
    if kind == 2 or turn.max() > 150 and len(bearing) > 3:
        angles = [main, main + 120 + random.integers(-10, 11), main + 240 + random.integers(-10, 11)]
    elif kind == 1 or turn.max() > 55:
        second = bearing[int(np.argmax(turn))] if turn.max() > 70 else main + random.choice([-1, 1]) * random.integers(80, 150)
        angles = [main, second]
    else:
        angles = [main]
    return [int(round(a / 5) * 5) % 360 for a in angles]


def equip(masts, frame, seed):
    """One dictionary per site (mast × operator)."""
    random = np.random.default_rng(seed)
    lons, lats = frame.lon.to_numpy(), frame.lat.to_numpy()
    sites = []
    for number, mast in enumerate(masts, 1):
        count = 1 + (random.random() < (0.34 if len(mast["serves"]) > 1 else 0.12))
        count += bool(count == 2 and random.random() < 0.22)
        owners = random.choice(3, count, replace=False, p=OWNER)
        local = Local(mast["lon"], mast["lat"])
        for order, owner in enumerate(owners):
            macro = mast["macro"] if order == 0 else bool(random.random() < 0.3)
            kinds, share = (MACRO, MACRO_SHARE) if macro else (LOCAL, LOCAL_SHARE)
            technologies = kinds[random.choice(len(kinds), p=share)]
            operator = OPERATORS[owner]
            aim = mast["first"] if order == 0 else mast["serves"]
            sites.append({
                "id": f"VN22-{number:04d}-{SHORT[operator]}", "mast": number - 1, "operator": operator,
                "technologies": technologies, "primary": order == 0, "macro": macro,
                "azimuths": sectors(random, local, lons[aim], lats[aim]),
                "beam": float(random.choice([65, 75, 90, 110])), "tilt": int(random.integers(0, 4)),
                "confidential": bool(random.random() < 0.06),
            })
    return sites
