#define _GNU_SOURCE
#include <math.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>
//@ native: no, because a native program is given an environment

/* Declared by hand, as older programs do. */
extern int optind;
extern char **environ;

int main(int argc, char *argv[], char *envp[])
{
    printf("%d %d %d %d\n", optind, opterr, optopt, optarg == NULL);
    printf("%d %d\n", environ[0] == NULL, envp[0] == NULL);
    tzset();
    printf("%ld %d\n", timezone, daylight);
    double minus = lgamma(-0.5);
    printf("%d %d\n", minus > 1, signgam);
    return argc - 1 + (argv[1] != NULL);
}
