#include <stdlib.h>
struct t { struct t *l, *r; };
struct t *mk(int d){ if (!d) return 0; struct t *x = malloc(sizeof *x); x->l = mk(d-1); x->r = mk(d-1); return x; } //~ leak: definite 32 +64
int main(void){
  struct t *root = mk(3);
  free(root); //~ lost: holder-freed
  return 0;
}
