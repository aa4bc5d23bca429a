"""The columns of every file, in the order in which they are written."""

CITIES = ("code", "name_ru", "name_en", "oktmo", "lat", "lon")
SECTORS = ("code", "name_ru", "name_en")
COMPETENCIES = ("code", "name_ru", "name_en", "group")

PARTNERS = ("code", "name_ru", "name_en", "kind", "city", "is_demo")
AGREEMENTS = ("number", "partner", "kind", "valid_from", "valid_to")
PROGRAMMES = (
    "code",
    "slug",
    "title_ru",
    "title_en",
    "summary_ru",
    "summary_en",
    "kind",
    "hours",
    "format",
    "partner",
    "city",
    "sector",
    "audiences",
    "min_age",
    "grade_from",
    "grade_to",
    "further",
    "profession",
    "experience",
    "medical",
    "outcomes",
    "requires",
    "interests",
    "other_names",
    "occupations",
    "price",
    "is_demo",
)
MODULES = (
    "code",
    "programme",
    "position",
    "title_ru",
    "title_en",
    "hours",
    "partner",
    "city",
    "format",
    "outcomes",
    "requires",
)
GROUPS = ("code", "programme", "starts_on", "ends_on", "daypart", "seats")
