#include <stdio.h>

struct bag {
    double weights[4];
};

int main(void)
{
    int numbers[10] = {1, 2, 3};
    int table[2][3] = {{0}};
    struct bag bag = {{0}};
    int sum = 0;
    if (numbers[0] == 1) {
        puts("not reached by these loops");
        return 0;
    }
    for (int i = 0; i < sizeof(numbers); i++) //~ sizeof-element
        sum += numbers[i];
    for (size_t i = 0; sizeof numbers > i; ++i) { //~ sizeof-element
        if (i > 0)
            printf(", ");
        printf("%d", numbers[i]);
    }
    for (int i = 0; i < (int)sizeof(table); i += 1) //~ sizeof-element
        for (int j = 0; j < 3; j++)
            table[i][j] = sum;
    size_t k = 0;
    while (sum > 0 && k != sizeof bag.weights) { //~ sizeof-element
        double w = bag.weights[k];
        sum += (int)w;
        k++;
    }
    return 0;
}
