#include <stdlib.h>
int main(void){
  char *p = malloc(10); //~ leak: definite 10
  *p = 1;
} //~ lost: main-returned
