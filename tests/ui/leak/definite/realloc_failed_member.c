//@ options: --heap-size 65536
#include <stdlib.h>
struct v { int *data; } v;
static void grow(struct v *v){
  v->data = (int *)realloc(v->data, 1000000); //~ lost: realloc-failed
}
int main(void){
  v.data = malloc(12); //~ leak: definite 12
  grow(&v);
  return 0;
}
