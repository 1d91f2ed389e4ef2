#include <stdlib.h>
int main(void){
  int n = 3;
  {
    char *v[n];
    for (int i=0;i<n;i++) v[i] = malloc(2); //~ leak: definite 6
  } //~ lost: scope
  return 0;
}
