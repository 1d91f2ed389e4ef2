//@ exit: 3
#include <stdlib.h>
static void die(int code){
  exit(code); //~ lost: exit //~ lost: exit
}
static void work(char *arg){
  char *mine = malloc(5); //~ leak: definite 5
  (void)arg; *mine = 0;
  die(3);
}
int main(void){
  char *line = malloc(10); //~ leak: definite 10
  work(line);
  return 0;
}
