from samples.vinh_trach_2024 import CONTENT
