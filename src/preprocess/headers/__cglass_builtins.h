/* Prototypes of gcc's built-in functions that have one fixed type; no program includes this. */
int __builtin_clrsb(int n);
int __builtin_clrsbl(long n);
int __builtin_clrsbll(long long n);
double __builtin_nan(const char *tag);
float __builtin_nanf(const char *tag);
long double __builtin_nanl(const char *tag);
void *__builtin_assume_aligned(const void *pointer, unsigned long alignment, ...);
void *__builtin_alloca(unsigned long size);
_Bool __builtin_add_overflow(long a, long b, void *result, int types);
_Bool __builtin_sub_overflow(long a, long b, void *result, int types);
_Bool __builtin_mul_overflow(long a, long b, void *result, int types);
