#include <stdlib.h>
#include <stdio.h>
#include <string.h>
int main(void){
  size_t n = strlen(strdup("abc")); //~ leak: definite 4 //~ lost: result-ignored
  return n != 3;
}
