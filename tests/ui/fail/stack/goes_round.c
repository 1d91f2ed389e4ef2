//@ options: --stack-size 65536
#include <stdio.h>
char g[4][5] = {"....", ".##.", "....", "...."};
void fill(int x, int y) {
  if (x < 0 || y < 0 || x >= 4 || y >= 4) return;
  if (g[y][x] != '.') return;
  fill(x + 1, y); fill(x - 1, y); fill(x, y + 1); fill(x, y - 1); //~ stack-overflow
  g[y][x] = '*';
}
int main(void) { fill(0, 0); puts(g[0]); return 0; }
