#include <stdlib.h>
int main(void){
  char *p = malloc(3); //~ leak: definite 3
  *p = 0;
  _Exit(0); //~ lost: exit
}
