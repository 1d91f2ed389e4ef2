//@ options: --heap-size 65536
#include <stdlib.h>
static void *grow(void *p, size_t n){ return realloc(p, n); }
int main(void){
  char *p = malloc(10); //~ leak: definite 10
  p = grow(p, 1000000); //~ lost: realloc-failed
  return p != NULL;
}
