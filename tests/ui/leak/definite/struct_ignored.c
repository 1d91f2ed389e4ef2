#include <stdlib.h>
struct s { char *p; int n; };
struct s mk(void){ struct s x; x.p = malloc(9); x.n = 0; return x; } //~ leak: definite 9
int main(void){
  mk(); //~ lost: result-ignored
  return 0;
}
