#include <stdio.h>
#include <stdlib.h>
int main(void){
  union { char *p; long n; } u;
  u.p = malloc(5); //~ leak: definite 5
  sscanf("42", "%ld", &u.n); //~ lost: overwritten
  return u.n != 42;
}
