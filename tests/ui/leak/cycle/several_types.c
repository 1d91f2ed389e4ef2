/* Blocks of several types are no list, whatever their pointers look like. */
#include <stdlib.h>

struct window {
    struct app *app;
    int width, height;
};

struct app {
    struct window *left, *right;
};

int main(void)
{
    struct app *app = calloc(1, sizeof *app); //~ leak: cycle 48
    app->left = calloc(1, sizeof *app->left);
    app->right = calloc(1, sizeof *app->right);
    app->left->app = app;
    app->right->app = app;
    return 0; //~ lost: main-returned
}
