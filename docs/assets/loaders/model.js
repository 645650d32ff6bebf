// Written by `python3 -m scripts generate` from the benchmark's results; do not edit.
export default {
 "postgresql": {
  "per": {
   "statement": 0.499322,
   "row": 0.003059,
   "kilobyte": 0.00037,
   "object": 0.010621
  },
  "median": 0.561
 },
 "sqlite": {
  "per": {
   "statement": 0.696451,
   "row": 0.003003,
   "kilobyte": 0.000244,
   "object": 0.007059
  },
  "median": 0.199
 }
};
