/* A member array of an element, handed to a function: each call narrows the pointer to the member. */
#include <stdio.h>
struct person { char name[16]; int age; };
struct person people[64];
static int length(const char *s) { int n = 0; while (s[n] != '\0') n++; return n; }
int main(void) {
  int i, r; long total = 0;
  for (i = 0; i < 64; i++) { for (r = 0; r < 3 + i % 9; r++) people[i].name[r] = (char)('a' + r); people[i].name[r] = '\0'; }
  for (r = 0; r < 4000; r++) for (i = 0; i < 64; i++) total += length(people[i].name);
  printf("%ld\n", total);
  return 0;
}
