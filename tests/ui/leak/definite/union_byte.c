#include <stdlib.h>
union u { char *p; long n; unsigned char b[8]; };
int main(void){
  union u u;
  u.p = malloc(10); //~ leak: definite 10
  u.b[3] = 3; //~ lost: overwritten
  return 0;
}
