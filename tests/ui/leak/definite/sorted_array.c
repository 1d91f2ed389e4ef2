#include <stdlib.h>
#include <string.h>
static int cmp(const void *a, const void *b){ return strcmp(*(char *const *)a, *(char *const *)b); }
int main(void){
  char *v[3] = { strdup("c"), strdup("a"), strdup("b") }; //~ leak: definite 2 //~ leak: definite 2 //~ leak: definite 2
  qsort(v, 3, sizeof *v, cmp);
  v[0] = NULL; //~ lost: overwritten
  return 0; //~ lost: main-returned //~ lost: main-returned
}
