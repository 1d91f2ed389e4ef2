#include <stdlib.h>
static int f(void){ exit(0); } //~ lost: exit
static int two(int q, char *p){ return p[0] + q; }
int main(void){
  return two(f(), malloc(4)); //~ leak: definite 4
}
