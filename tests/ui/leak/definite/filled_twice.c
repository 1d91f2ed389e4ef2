#include <stdlib.h>
static void fill(char *v[], int n){ for (int i=0;i<n;i++) v[i] = malloc(2); } //~ leak: definite 4 //~ lost: overwritten //~ leak: definite 2 //~ leak: definite 4
int main(void){
  char *v[3];
  fill(v, 3);
  fill(v, 2);
  return 0; //~ lost: main-returned //~ lost: main-returned
}
