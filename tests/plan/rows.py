"""A plan file of two requirements, whose rows the tests bend."""

SMALL = """\
id: kantor-2024
title: Rencana Kerja
unit: Kantor
year: 2024
areas:
- code: I
  name: Satu
  components:
  - code: I.1
    name: Komponen
    indicators:
    - code: I.1.1
      text: Indikator
      target: Juli 2024
      requirements:
      - {code: I.1.1.1, kind: SK, title: SK Tim}
      - {code: I.1.1.2, kind: SOP, title: SOP Tim}
"""
