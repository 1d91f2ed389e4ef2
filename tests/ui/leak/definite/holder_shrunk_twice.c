#include <stdlib.h>
int main(void){
  char **p = malloc(4 * sizeof *p);
  for (int i=0;i<4;i++) p[i] = malloc(8); //~ leak: definite 16
  p = realloc(p, 2 * sizeof *p); //~ lost: holder-shrunk
  free(p[0]); free(p[1]); free(p);
  return 0;
}
