#include <stdlib.h>
#include <alloca.h>
void f(void){
  char **v = alloca(16);
  v[0] = malloc(2); v[1] = 0; //~ leak: definite 2
} //~ lost: scope
int main(void){ f(); return 0; }
