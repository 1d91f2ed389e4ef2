#include <stdlib.h>
#include <stdarg.h>
void use(int n, ...){
  (void)n;
} //~ lost: scope
int main(void){
  use(1, malloc(9)); //~ leak: definite 9
  return 0;
}
