#include <stdio.h>
#define SIZE 4
int queue[SIZE], front = 0, rear = 0, count = 0;
void enqueue(int v) { if (count == SIZE) return; queue[rear++] = v; count++; } //~ out-of-bounds
int dequeue(void) { int v = queue[front++]; count--; return v; }
int main(void)
{
    for (int i = 0; i < 4; i++) enqueue(i);
    dequeue();
    dequeue();
    enqueue(7);
    printf("%d\n", dequeue());
    return 0;
}
