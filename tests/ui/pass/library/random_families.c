#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    unsigned short state[3] = {1, 2, 3};
    printf("%f %ld %ld\n", erand48(state), nrand48(state), jrand48(state));
    printf("%hu %hu %hu\n", state[0], state[1], state[2]);
    srand48(42);
    printf("%f %ld %ld\n", drand48(), lrand48(), mrand48());
    unsigned short seed[3] = {7, 8, 9};
    unsigned short *before = seed48(seed);
    printf("%hu %hu %hu %ld\n", before[0], before[1], before[2], lrand48());
    unsigned short parameters[7] = {1, 0, 0, 3, 0, 0, 5};
    lcong48(parameters);
    printf("%f %ld\n", drand48(), mrand48());
    srandom(7);
    printf("%ld %ld\n", random(), random());
    srand(7);
    printf("%d\n", rand());
    unsigned int r = 5;
    printf("%d %d %u\n", rand_r(&r), rand_r(&r), r);
    return 0;
}
