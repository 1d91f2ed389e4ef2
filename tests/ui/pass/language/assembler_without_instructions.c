/* asm without instructions holds an optimiser back, and does nothing else (gcc) */
#include <stdio.h>

#define barrier() __asm__ __volatile__("" ::: "memory")
#define KEEP(x) __asm__ volatile("" : "+r"(x))

struct pair { int a[2]; };

int main(void)
{
    int i = 1;
    struct pair p = {{1, 2}}, *q = &p;
    asm("");
    barrier();
    KEEP(i);
    KEEP(q->a[i]);
    asm volatile("" : : "r"(&p), "g"(i == 1) : "memory");
    printf("%d %d\n", i, q->a[i]);
    return 0;
}
