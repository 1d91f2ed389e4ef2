#ifndef SEVERAL_FILES_H
#define SEVERAL_FILES_H
extern int shared;
extern const char *const names[];
int twice(int x);
int counter(void);
#endif
