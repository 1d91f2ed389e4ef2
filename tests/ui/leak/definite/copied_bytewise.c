#include <stdlib.h>
int main(void){
  char *p = malloc(10), *q; //~ leak: definite 10
  unsigned char *a = (unsigned char *)&p, *b = (unsigned char *)&q;
  for (unsigned i = 0; i < sizeof p; i++) b[i] = a[i];
  p = NULL;
  q[0] = 1;
  b[0] = 1; //~ lost: overwritten
  return 0;
}
