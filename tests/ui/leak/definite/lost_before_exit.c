#include <stdlib.h>
int main(void){
  char *a = malloc(10); //~ leak: definite 10
  a = NULL; //~ lost: overwritten
  exit(0);
}
