//@ options: --heap-size 65536
#include <stdlib.h>
int main(void){
  char *p = malloc(10); //~ leak: definite 10
  char *q = realloc(p, 1000000);
  if (!q) { p = NULL; return 0; } //~ lost: overwritten
  return 0;
}
