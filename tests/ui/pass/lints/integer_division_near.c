#include <stdio.h>

static double average(int sum, int n)
{
    return (double)sum / n;
}

/* The quotient is meant to be whole. */
static double row(int i, int columns)
{
    double x = i / columns, y = i % columns;
    return x + y / 10;
}

static long factorial(int n)
{
    return n < 2 ? 1 : n * factorial(n - 1);
}

static int gcd(int a, int b)
{
    return b == 0 ? a : gcd(b, a % b);
}

int main(void)
{
    int sum = 7, n = 3, marks[4] = {1};
    double mean = 1.0 * sum / n;
    double other = sum / 3.0;
    double whole = (int)(sum / n);
    double told = (double)(sum / n);
    double triangle = n * (n + 1) / 2;
    double twice = sum / 2 * 2;
    double even = 4 * sum / 2;
    double fixed = 10 / 5;
    double count = sizeof marks / sizeof marks[0];
    double length = sizeof marks / 2;
    int quotient = sum / n;
    double later = quotient;
    double same = sum / 1;
    long f1 = factorial(5), f2 = factorial(3), f3 = factorial(2);
    double choices = f1 / (f2 * f3), ways = factorial(5) / factorial(3);
    double reduced = sum / gcd(sum, 21);
    int hours = 100 / 60 * 2;
    const double third = 1.0 / 3, scaled = 100 / 5 * third;
    printf("%.2f %.2f %.2f %.2f %.2f %.2f\n", average(sum, n), row(7, 3), mean, other, whole, told);
    printf("%.2f %.2f %.2f %.2f %.2f %.2f\n", triangle, twice, even, fixed, count, length);
    printf("%.2f %.2f %d %.2f %.2f\n", later, same, marks[0], choices, ways);
    printf("%.2f %.2f %d\n", reduced, scaled, hours);
    return 0;
}
