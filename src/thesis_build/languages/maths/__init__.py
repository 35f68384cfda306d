"""TeX maths in words, for readers who do not see the formula (`maths-TAG.yaml`)."""
