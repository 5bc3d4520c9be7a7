"""The table of costs: reported figures, and assumptions that say so."""

TEXT = """\
# What towers cost, in VND before taxes. Copy the file, put your own contract prices in, and name your copy under `costs:` in the project.
schema: phusong.costs/1
source: "Press of Tuyên Quang province, 2025: a mobile base station costs 0.5 to 1.0 billion VND, a transmission line about 0.5 billion VND per kilometre. The split over mast heights and every other figure are this project's own assumptions: no public Vietnamese price is known. Replace them."

# A whole new site by mast height in metres: mast, shelter, equipment of the plan's technologies, power where the grid is at hand.
# The band 0.5 to 1.0 billion is reported; the three steps in it are ours.
siteVND: {30: 500000000, 45: 700000000, 60: 1000000000}

# Equipment of one technology on a mast that stands already. Ours: about half of a 30 m site.
equipmentVND: {2G: 150000000, 3G: 200000000, 4G: 250000000, 5G: 350000000}

# The least that putting a higher mast in the place of an old one costs; more where the table above says so. Ours.
raisingVND: 150000000

# Solar panels and batteries in the place of a grid connection. Ours.
solarSurchargeVND: 200000000

# Medium-voltage line from the nearest village with grid electricity, straight line. Ours. Without this key the nearest village decides on the power.
gridExtensionVNDPerKilometre: 300000000

# Access track from the nearest road, straight line. Ours.
roadVNDPerKilometre: 400000000

# Fibre to the network along a straight line. Reported.
transmissionVNDPerKilometre: 500000000

# Running a site: rent, electricity, upkeep, transmission; brought to today's money. Ours. Without this key it is not counted.
operation: {gridVNDPerYear: 60000000, solarVNDPerYear: 80000000, addedVNDPerYear: 25000000, horizonYears: 10, discountRatePercent: 8}
"""


def build(out):
    """Write costs/viet-nam-2026.yaml."""
    (out / "costs").mkdir(exist_ok=True)
    (out / "costs" / "viet-nam-2026.yaml").write_text(TEXT, encoding="utf-8")
