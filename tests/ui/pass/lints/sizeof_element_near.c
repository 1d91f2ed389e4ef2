#include <stdio.h>

#define COUNT(a) (sizeof(a) / sizeof((a)[0]))

int main(void)
{
    int numbers[10] = {1, 2, 3};
    char text[10] = "text";
    const unsigned char *bytes = (const unsigned char *)numbers;
    int sum = 0;
    for (size_t i = 0; i < sizeof(numbers) / sizeof(numbers[0]); i++)
        sum += numbers[i];
    for (size_t i = 0; i < COUNT(numbers); i++)
        sum += numbers[i];
    /* Characters are bytes. */
    for (size_t i = 0; i < sizeof text; i++)
        sum += text[i];
    /* Bytes are counted, and looked at. */
    for (size_t i = 0; i < sizeof numbers; i++)
        sum += bytes[i];
    for (size_t i = 0; i < sizeof numbers; i += sizeof numbers[0])
        sum += numbers[i / sizeof numbers[0]];
    /* Something else ends it. */
    for (size_t i = 0; i < sizeof numbers && i < 10; i++)
        sum += numbers[i];
    for (size_t i = 0; i < sizeof numbers; i++) {
        if (i == 10)
            break;
        sum += numbers[i];
    }
    size_t k = 0;
    while (k < sizeof numbers) {
        sum += numbers[k / 4] + bytes[k];
        k++;
    }
    printf("%d\n", sum);
    return 0;
}
