#include <stdlib.h>
static void *xmalloc(size_t n){
  void *p = malloc(n);  //~ leak: definite 3 //~ leak: definite 5
  if (!p) abort();
  return p;
}
int main(void){
  char *a = xmalloc(3);
  char *b = xmalloc(5);
  a = NULL; //~ lost: overwritten
  b = NULL; //~ lost: overwritten
  return a != b;
}
