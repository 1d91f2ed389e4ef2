#include <stdlib.h>
static int f(char *p){
  if (p) 
    return 1; //~ lost: return
  return 0;
}
int main(void){ return f(malloc(4)) - 1; } //~ leak: definite 4
