#include <stdlib.h>
static char *end;
int main(void){
  char *p = malloc(16); //~ leak: possible 16
  char *q = malloc(16); //~ leak: definite 16
  end = p + 16;
  return q == p; //~ lost: main-returned
}
