#include <stdlib.h>
void f(int n){
  char *p = malloc(3); //~ leak: definite 12
  if (n) f(n-1);
  *p = 1;
} //~ lost: scope
int main(void){ f(3); return 0; }
