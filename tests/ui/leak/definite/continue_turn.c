#include <stdlib.h>
int main(void){
  for (int i=0;i<3;i++) {
    char *p = malloc(10); //~ leak: definite 20
    if (i < 2) continue; //~ lost: break
    free(p);
  }
  return 0;
}
