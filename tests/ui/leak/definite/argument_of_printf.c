#include <stdlib.h>
#include <stdio.h>
#include <string.h>
int main(void){
  printf("%s\n", strdup("abc")); //~ leak: definite 4 //~ lost: result-ignored
  return 0;
}
