"""What is wrong with a translation, as findings: one type for every kind of check.

`findings` has the type; `drift` makes findings of a comparison of readability. Those of a model's faults are made
where faults are known, in `translation.fault_findings`.
"""
