/* malloc may say no.
 *
 *     cglass c-examples/heap/no_memory.c
 *
 * Nobody has 2 to the power of 60 bytes. malloc answers such a request with
 * NULL, and so it does when the memory is used up. A program that does not
 * look crashes at the first use. This one looks, frees what it holds already,
 * and goes on in a smaller way.
 *
 * Look at the last line: the request that failed is counted there. With
 * --heap-size 64K you can see how a program of yours behaves when memory is
 * short.
 */
#include <stdio.h>
#include <stdlib.h>

struct image {
    size_t size;
    unsigned char *pixels;
};

/* An image with so many bytes, or NULL. */
static struct image *make(size_t size) {
    struct image *image = malloc(sizeof *image);
    if (image == NULL) return NULL;

    image->size = size;
    image->pixels = malloc(size);
    if (image->pixels == NULL) { /* half made is not made */
        free(image);
        return NULL;
    }
    return image;
}

int main(void) {
    size_t size = (size_t)1 << 60;
    struct image *image = make(size);

    if (image == NULL) {
        printf("not enough memory for the large one\n");
        image = make(1024);
    }
    if (image == NULL) return 1;
    printf("an image of %zu bytes\n", image->size);

    free(image->pixels);
    free(image);
    return 0;
}
