/* Locals whose address is taken: each call makes two objects and drops them. */
#include <stdio.h>
static void split(int n, int *high, int *low) { *high = n / 10; *low = n % 10; }
static int digits(int n) { int high, low; split(n, &high, &low); return high + low; }
int main(void) {
  int i; long total = 0;
  for (i = 0; i < 1000000; i++) total += digits(i % 1000);
  printf("%ld\n", total);
  return 0;
}
