/* However it is indented: nothing is said about braces that match. */
#include <stdio.h>

int main(void) {
  int x = 3;
        if (x > 2) {
    printf("%d\n", x);
}
    while (x > 0)
      {
        x--;
      }
  if (x == 0 &&
          x < 3) {
      printf("done\n");
  }
        return 0;
    }
