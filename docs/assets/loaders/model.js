// Written by `python3 -m scripts generate` from the benchmark's results; do not edit.
export default {
 "postgresql": {
  "per": {
   "statement": 0.367428,
   "row": 0.002824,
   "kilobyte": 0.000446,
   "object": 0.007631
  },
  "median": 0.28
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
