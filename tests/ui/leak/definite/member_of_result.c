#include <stdlib.h>
struct s { char *p; int n; };
struct s mk(void){ struct s x; x.p = malloc(9); x.n = 7; return x; } //~ leak: definite 9
int main(void){
  int n = mk().n; //~ lost: result-ignored
  return n != 7;
}
